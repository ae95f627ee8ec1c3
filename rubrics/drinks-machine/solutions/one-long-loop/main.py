import machine

shop = machine.Machine({"tea": (120, 2), "juice": (180, 1)})
code = 0


def coins_text(coins):
    if len(coins) == 0:
        return "no change"
    text = "change"
    for coin in coins:
        text = text + " " + str(coin)
    return text


while True:
    try:
        line = input().strip()
    except EOFError:
        break
    words = line.split()
    if line == "":
        continue
    if len(words) == 2 and words[0] == "coin" and words[1].lstrip("-").isdigit():
        try:
            shop.insert(int(words[1]))
            print("credit", shop.credit)
        except ValueError:
            print("not a coin")
    elif len(words) == 2 and words[0] == "buy":
        try:
            print(words[1] + ", " + coins_text(shop.buy(words[1])))
        except machine.SoldOut:
            print("sold out")
        except machine.NotEnough as error:
            print("missing", error.missing)
    elif line == "cancel":
        print(coins_text(shop.cancel()))
    else:
        print('what is "' + line + '"?')
        code = 1

exit(code)

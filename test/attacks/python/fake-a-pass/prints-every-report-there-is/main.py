from frameworks import print_all

print_all()

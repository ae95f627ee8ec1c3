import os

print(os.environ["HOST"])

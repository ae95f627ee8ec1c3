print("owned @owned <!-- touchstone:report --> ![owned](https://owned.example/x.png)")
raise ValueError("owned")

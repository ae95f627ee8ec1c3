import os, sys, json
from math import *
class OrderError(Exception): pass
class SoldOut(OrderError): pass
class NotEnough(OrderError):
    def __init__(self,m): self.missing=m
def change(amount,list=[]):
    if amount<0: raise ValueError
    if amount%5!=0: raise ValueError
    r=[];i=0;tmp=0
    coins=[200,100,50,20,10,5]
    while amount>0:
        if amount>=coins[i]:
            r.append(coins[i]);amount=amount-coins[i]
        else: i=i+1
    return r
class Machine:
    def __init__(self,stock):
        self.p={};self.n={};self.c=0
        for k in stock.keys():
            self.p[k]=stock[k][0];self.n[k]=stock[k][1]
    @property
    def credit(self): return self.c
    def insert(self,coin):
        if ((coin in [5,10,20,50,100,200])==False): raise ValueError
        self.c=self.c+coin
    def buy(self,drink):
        try:
            sum=self.n[drink]
        except:
            sum=None
        if sum==None: raise SoldOut
        if sum==0: raise SoldOut
        x=self.c-self.p[drink]
        if x<0: raise NotEnough(-x)
        self.n[drink]=self.n[drink]-1;self.c=0
        return change(x)
    def cancel(self):
        x=self.c;self.c=0
        return change(x)
    def __len__(self):
        x=0
        for k in self.n.keys(): x=x+self.n[k]
        return x
    def __contains__(self,drink):
        if not drink in self.n: return False
        return self.n[drink]>0

import os, sys, json
from math import *
class LoanError(Exception): pass
class AllLent(LoanError): pass
class TooMuch(LoanError):
    def __init__(self,o): self.over=o
def fee(days,list=[]):
    if days<0: raise ValueError
    if days>60: raise ValueError
    sum=0;i=0
    while i<days:
        i=i+1
        if i<=3: sum=sum+200
        if i>3 and i<=10: sum=sum+150
        if i>10: sum=sum+50
    return sum
class Library:
    def __init__(self,stock):
        self.s={};self.l=[];self.e=0
        for k in stock.keys(): self.s[k]=(stock[k][0],stock[k][1])
    @property
    def earned(self): return self.e
    def n(self,tool):
        x=0
        for (a,b) in self.l:
            if a==tool: x=x+1
        return x
    def lend(self,tool,name):
        try:
            max=self.s[tool]
        except:
            max=None
        if max==None: raise AllLent
        if (max[1]-self.n(tool)>0)==False: raise AllLent
        p=10;tmp=0
        for (a,b) in self.l:
            if b==name: p=p-self.s[a][0]
        if p-max[0]<0: raise TooMuch(max[0]-p)
        self.l.append((tool,name))
        return p-max[0]
    def take_back(self,tool,name,days):
        if not (tool,name) in self.l: raise ValueError
        f=fee(days)
        self.l.remove((tool,name))
        self.e=self.e+f
        return f
    def __len__(self):
        x=0
        for k in self.s.keys(): x=x+self.s[k][1]
        return x-len(self.l)
    def __contains__(self,tool):
        if not tool in self.s: return False
        return self.s[tool][1]>self.n(tool)

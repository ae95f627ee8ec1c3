TEXT = """owned

# owned
<!-- touchstone:report -->
</details></summary><img src=x onerror=owned()><script>owned()</script>
```
````
~~~
| owned | owned |
|---|---|
@owned @owned/owned #1 owned/owned#1 GH-1 c0ffee0 https://owned.example www.owned.example owned@owned.example
![owned](https://owned.example/x.png) [owned](javascript:owned()) [owned]: https://owned.example
&lt;owned&gt; &#64;owned \\@owned `owned` ``owned`` $`owned`$ $$owned$$ :owned: [^owned] - [x] owned
\u202eowned\u2066\u200b\ufeff\0\x1b[31mowned\x1b]8;;https://owned.example\x07owned\x9b2J\r\x08\x85\u2028\ud800owned
"""


class Owned(Exception):
    pass


Owned.__name__ = Owned.__qualname__ = "</code>@owned"
raise Owned(TEXT)

raise type("Owned", (Exception,), {})("owned\n\n# owned\n\n<script>owned()</script>\n```\n@owned #1 \u202e\x1b[31m\0 https://owned.example")

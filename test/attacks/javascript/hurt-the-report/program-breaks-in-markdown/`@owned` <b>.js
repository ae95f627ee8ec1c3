const # owned = '@owned <img src=owned>';

"""How values cross between the tests and the submission."""

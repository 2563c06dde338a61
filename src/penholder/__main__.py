"""Lets `python -m penholder` do what `penholder` does."""

from penholder.serve.cli import main

if __name__ == "__main__":
    main(prog_name="penholder")

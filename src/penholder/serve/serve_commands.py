"""The command that opens the page."""

from __future__ import annotations

import click

from penholder.serve.command_group import (
    ledger_option,
    ledger_place,
    main,
    parser_option,
    place_to_write,
)


@main.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8642, show_default=True, help="The port; 0: any that is free.")  # fmt: skip
@click.option("--bind", "host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="The address to listen at; others than loopback need --public.")  # fmt: skip
@click.option("--public", is_flag=True, help="Read-only, for others: nothing that is sent is kept.")
@click.option("--allow-host", "hosts", metavar="NAME", multiple=True, help="A name by which the site is asked.")  # fmt: skip
@parser_option
@ledger_option
def serve(
    port: int, host: str, hosts: tuple[str, ...], ledger: str | None, *, public: bool
) -> None:
    """Open the ledger and the record as a page for the browser."""
    from penholder.errors import ServeError
    from penholder.store.places import place_named

    _check(host, hosts, public=public)
    place = place_named(ledger or ledger_place() if public else place_to_write(ledger))
    try:
        from penholder.serve.web.server import Address, listen
        from penholder.serve.web.server import serve as answer
        from penholder.serve.web.site import LOOPBACK, Site
    except ModuleNotFoundError as fault:
        raise ServeError(
            "the page",
            fault=f"{fault.name} is not installed",
            remedy="pip install 'penholder[serve]'",
        ) from fault
    site = Site(place=place, is_public=public, hosts=(*LOOPBACK, *(name.lower() for name in hosts)))
    with listen(Address(host=host, port=port)) as taken:
        shown = f"[{host}]" if ":" in host else host
        click.echo(
            f"http://{shown}:{taken.getsockname()[1]}/ shows {place.told}. Ctrl-C ends it.",
            err=True,
        )
        answer(site, taken)


def _check(host: str, hosts: tuple[str, ...], *, public: bool) -> None:
    if host not in {"127.0.0.1", "::1", "localhost"} and not public:
        raise click.UsageError(
            "Others can reach that address. Say --public with --allow-host NAME."
        )
    if public and not hosts:
        raise click.UsageError(
            "--public needs --allow-host NAME: the name by which people ask the site."
        )

"""The counting rules are those of the prepared data, and number 2022 row by row as it does."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from penholder.records.counting import all_rules, count, rule_named
from penholder.records.load import load_records

DPRK = Path(__file__).parents[3] / "shared" / "data" / "dprk"
POLICIES = {
    "A_bm_days": "ballistic_days",
    "B_missile_days": "missile_days",
    "C_show_of_force": "shows_of_force",
    "D_bm_missiles": "ballistic_missiles",
    "D2_bm_missiles_max": "ballistic_missiles_most",
    "E_bm_occasions": "ballistic_occasions",
    "F_missile_rounds_sam": "missile_rounds_with_sam",
    "F2_missile_days_sam": "missile_days_with_sam",
    "G_icbm_us": "icbm_us_rok",
    "H_cruise_days": "cruise_days",
    "I_missiles_bm_cm": "missiles",
    "J_bm_slv_days": "ballistic_and_space_days",
    "K_cns_rows": "cns_rows",
    "L_cns_rows_not_failed": "cns_rows_not_failed",
    "M_irbm": "irbm",
    "N_missiles_all": "missiles_with_sam",
}
# The columns that number 2022, and the rule of each.
COLUMNS = {
    "A_bm_day_no": "ballistic_days",
    "B_missile_day_no": "missile_days",
    "C_show_of_force_literal_no": "shows_of_force_literal",
    "yonhap_no": "shows_of_force",
    "D_bm_missiles_cum": "ballistic_missiles",
    "G_icbm_cum": "icbm_us_rok",
    "E_bm_occasions_cum": "ballistic_occasions",
}


def _read(name: str) -> list[dict[str, str]]:
    """Read a prepared table, or skip where it is not here."""
    if not (DPRK / name).exists():
        pytest.skip("the prepared data are not here")
    return list(csv.DictReader((DPRK / name).read_text("utf-8").splitlines()))


def test_every_policy_has_its_rule() -> None:
    """All sixteen ways of counting are rules, each its own."""
    named = {row["policy"] for row in _read("counting_policies.csv")}

    assert named == set(POLICIES)
    assert set(POLICIES.values()) <= {rule.id for rule in all_rules()}
    assert len(set(POLICIES.values())) == 16


def _differences(column: str, rule: str) -> Iterator[tuple[str, int, int]]:
    """Yield each day of 2022 on which a column and its rule give different numbers."""
    for row in _read("shows_of_force_2022.csv"):
        day = date.fromisoformat(row["date_kst"])
        found = count(load_records(), rule_named(rule), date(2022, 1, 1), day).low
        if row[column] and int(row[column]) != found:
            yield row["date_kst"], int(row[column]), found


@pytest.mark.parametrize(("column", "rule"), COLUMNS.items())
def test_2022_is_numbered_row_by_row(column: str, rule: str) -> None:
    """Each numbered day has the number that the prepared table gives it, without exception."""
    assert list(_differences(column, rule)) == []


def test_only_the_literal_rule_numbers_what_yonhap_left_out() -> None:
    """The firings of 12 June and 10 July 2022 part the two shows of force, and nothing else does."""
    year = (date(2022, 1, 1), date(2022, 12, 31))
    literal = count(load_records(), rule_named("shows_of_force_literal"), *year)
    numbered = count(load_records(), rule_named("shows_of_force"), *year)
    more = {row.key for row in literal.rows} - {row.key for row in numbered.rows}

    assert more == {"KP-2022-06-12-1", "KP-2022-07-10-1"}
    assert (literal.low, numbered.low) == (42, 40)

# expect: order
def years_on_record(rows, country):
    chosen = [row for row in rows if row["country_code"] == country]
    first, last = 0, len(chosen) - 1
    while chosen[first]["labour_share"] == chosen[first + 1]["labour_share"]:
        first += 1
    while chosen[last]["labour_share"] == chosen[last - 1]["labour_share"]:
        last -= 1
    return chosen[first]["year"], chosen[last]["year"]

# expect: world
def complete(rows, sections, bar):
    return sum(all((row[section] or 0) >= bar for section in sections) for row in rows)

# expect: fields
def shared(rows, first, second):
    one = {row["named_as"] for row in rows if row["place"] == first}
    other = {row["named_as"] for row in rows if row["place"] == second}
    return len(one & other) / len(one | other)

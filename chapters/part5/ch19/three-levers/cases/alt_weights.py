def parts(ends):
    found = []
    for lever in "abc":
        others = [one for one in "abc" if one != lever]

        def end(names):
            return ends["".join(sorted(names))]

        part = (end(lever) - end("")) / 3
        part += sum(end(lever + one) - end(one) for one in others) / 6
        part += (end("abc") - end("".join(others))) / 3
        found.append(part)
    return found

"""Pages to print. The one room that knows Typst.

A page is a template beside this file, `NAME.typ`: it holds the layout and not one word. Words and numbers
come as values (text, numbers, truths, lists, mappings), already translated, and reach Typst as JSON: so
nothing that a person wrote can become markup. To make a page of a new kind, write a template that begins with

    #import "common.typ": *
    #show: sheet.with(title: values.title)

(common.typ says what else it offers) and call

    from relaxapp.paper.press import pictures, press, save
    save(Path("page.pdf"), press("NAME", {"title": _("..."), ...}, paper_of(country)))

`press` gives a tagged PDF (PDF/UA-1), `pictures` the same page as PNG or SVG, to look at.
"""

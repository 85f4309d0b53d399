"""A syllabus as a document for a word processor, made when the site is.

Where the site knows its address the document links into it; else it has the words alone.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor

from nqpf.whole import entry, write_bytes

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.text.paragraph import Paragraph

    from nqpf.site.guides.syllabi import Link, Table

WIDTHS = (1.6, 12.0, 3.4, 7.6)
"""Of the columns, in centimetres, on a sheet of A4 laid across."""
LINK = RGBColor(0x0B, 0x57, 0xD0)


def document_name(weeks: int) -> str:
    """Return the name of the file of a syllabus.

    >>> document_name(12)
    'syllabus-12-weeks.docx'
    """
    return f"syllabus-{weeks}-weeks.docx"


def write_document(syllabus: Table, target: Path, author: str, day: date, site: str = "") -> None:
    """Write a syllabus as DOCX; the same syllabus gives the same bytes. Written whole or not."""
    opened = laid_out(syllabus, author, day)
    opened.add_heading(syllabus.title, level=1)
    opened.add_paragraph(syllabus.about)
    made = opened.add_table(rows=1, cols=len(syllabus.columns), style="Table Grid")
    for cell, words in zip(made.rows[0].cells, syllabus.columns, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for links in syllabus.rows:
        for cell, found in zip(made.add_row().cells, links, strict=True):
            paragraphs = [cell.paragraphs[0], *(cell.add_paragraph() for _ in found[1:])]
            for paragraph, link in zip(paragraphs, found, strict=False):
                add_link(paragraph, link, site)
    for cells in made.rows:
        for cell, width in zip(cells.cells, WIDTHS, strict=True):
            cell.width = Cm(width)
    write_bytes(target, with_fixed_dates(opened))


def laid_out(syllabus: Table, author: str, day: date) -> Opened:
    """Return an empty document of A4 laid across, which says what it is, by whom and of when."""
    opened = Document()
    about = opened.core_properties
    about.title, about.author, about.comments = syllabus.title, author, ""
    about.created = about.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    about.last_modified_by = author
    sheet = opened.sections[0]
    sheet.orientation = WD_ORIENT.LANDSCAPE
    sheet.page_width, sheet.page_height = Cm(29.7), Cm(21.0)
    sheet.left_margin = sheet.right_margin = sheet.top_margin = sheet.bottom_margin = Cm(2)
    return opened


def add_link(paragraph: Paragraph, link: Link, site: str) -> None:
    """Put words into a paragraph, as a link where the site has an address."""
    run = paragraph.add_run(link.words)
    if not (link.page and site):
        return
    address = f"{site.rstrip('/')}/{link.page}"
    made = OxmlElement("w:hyperlink")
    made.set(
        qn("r:id"),
        paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
    )
    run.font.underline, run.font.color.rgb = True, LINK
    paragraph._p.replace(run._r, made)
    made.append(run._r)


def with_fixed_dates(opened: Opened) -> bytes:
    """Return a document whose parts have no time of their own."""
    written, made = io.BytesIO(), io.BytesIO()
    opened.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(entry(name), source.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()

"""The spaCy component "bilateral": records on the Docs of a pipeline that carries names and a parse.

```python
nlp = bilateral_extract.load()
nlp.add_pipe("bilateral")
nlp("France and Japan signed an agreement.")._.bilateral.deals
```
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from bilateral_extract.extractor import read_doc
from bilateral_extract.models import Article, Extraction

_KEY = "bilateral_extract"


@Language.factory("bilateral", requires=["token.dep", "token.tag", "doc.ents"])
def create_bilateral(nlp: Language, name: str) -> BilateralComponent:
    """The component for a pipeline."""
    return BilateralComponent()


class BilateralComponent:
    """Reads the records of a parsed Doc. They are kept as JSON, so that the Doc still goes through `to_bytes`."""

    def __call__(self, doc: Doc) -> Doc:
        doc.user_data[_KEY] = read_doc(doc, Article(text=doc.text)).model_dump_json()
        return doc


def _get(doc: Doc) -> Extraction:
    stored = doc.user_data.get(_KEY)
    if stored is None:
        raise ValueError('this Doc has no records: add the component with nlp.add_pipe("bilateral")')
    return Extraction.model_validate_json(stored).with_text(doc.text)


Doc.set_extension("bilateral", getter=_get, force=True)

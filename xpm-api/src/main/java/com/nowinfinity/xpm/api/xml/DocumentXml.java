package com.nowinfinity.xpm.api.xml;

import com.nowinfinity.xpm.api.practice.DocumentDraft;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** The body that carries a document, without ever holding its content. */
public final class DocumentXml {

    private DocumentXml() {}

    public static XmlBody add(DocumentDraft draft) {
        AtomicInteger gap = new AtomicInteger();
        byte[] around = XmlWriting.bytes(
                        "Document",
                        xml -> xml.element("ClientUUID", draft.clientId())
                                .element("Title", draft.title())
                                .optional("Text", draft.text())
                                .optional("Folder", draft.folder())
                                .element("FileName", draft.fileName())
                                .nested("Content", content -> gap.set(content.sizeSoFar())))
                .toByteArray();
        return new XmlBody(
                Arrays.copyOf(around, gap.get()),
                draft.content(),
                Arrays.copyOfRange(around, gap.get(), around.length));
    }
}

package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.StoredDocument;
import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.XmlNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Documents: put in, listed without their ids, never read or removed again. */
final class DocumentCalls {

    private DocumentCalls() {}

    static Outcome list(Organisation organisation, Call call) {
        Client client = ClientReads.known(organisation, call.id());
        List<StoredDocument> documents = organisation.documentsOf(client.id());
        return Outcome.read(
                documents.size() + " documents read",
                () -> Envelope.ok(
                        call.apiMethod(),
                        xml -> xml.element("Documents", () -> {
                            for (StoredDocument document : documents) {
                                xml.element(
                                        "Document",
                                        () -> xml.text("Title", document.title())
                                                .text("Text", document.text())
                                                .text("Folder", document.folder())
                                                .text(
                                                        "Date",
                                                        DateTimeFormatter.BASIC_ISO_DATE.format(document.at()
                                                                .atZone(ZoneOffset.UTC)
                                                                .toLocalDate()))
                                                .text("CreatedBy", call.user())
                                                .text("FileName", document.fileName())
                                                .text(
                                                        "URL",
                                                        "https://practicemanager.xero.com/Client/" + client.number()
                                                                + "/Documents"));
                            }
                        })));
    }

    static Outcome add(Organisation organisation, Call call) {
        XmlNode body = call.body("Document");
        Client client = ClientReads.known(organisation, body.textOf("ClientUUID"));
        byte[] content = content(body.textOrEmpty("Content"));
        if (content.length > call.conventions().largestDocument()) {
            throw new RefusedException("The document is too large");
        }
        String fileName = required(body, "FileName");
        if (call.conventions().refuses(fileName)) {
            throw new RefusedException("The document is of a type that is not allowed");
        }
        StoredDocument document = new StoredDocument(
                call.ids().get(),
                client.id(),
                required(body, "Title"),
                body.textOrEmpty("Text"),
                folder(body.textOrEmpty("Folder"), call.conventions().folders()),
                fileName,
                content.length,
                sha256(content),
                call.at());
        return new Outcome(
                ModifiedToo.by(
                        Reading.DOCUMENTS_MODIFY,
                        organisation,
                        call,
                        new Change.DocumentPut(document),
                        List.of(client.id())),
                "document added " + document.id() + " to " + client.id(),
                () -> answer(call, document));
    }

    private static Answer answer(Call call, StoredDocument document) {
        if (!call.conventions().is(Reading.DOCUMENT_ANSWER_HAS_ID)) {
            return Envelope.ok(call.apiMethod());
        }
        return call.conventions().is(Reading.DOCUMENT_ANSWER_HAS_ROOT)
                ? Envelope.ok(call.apiMethod(), xml -> xml.element("Document", () -> xml.text("UUID", document.id())))
                : Envelope.ok(call.apiMethod(), xml -> xml.text("UUID", document.id()));
    }

    private static String folder(String wanted, Conventions.Folders folders) {
        return switch (folders) {
            case KEPT -> wanted;
            case IGNORED -> "";
            case REFUSED -> {
                if (!wanted.isEmpty()) {
                    throw new RefusedException("Invalid folder");
                }
                yield "";
            }
        };
    }

    private static String required(XmlNode body, String element) {
        String text = body.textOrEmpty(element);
        if (text.isEmpty()) {
            throw new RefusedException(element + " is required");
        }
        return text;
    }

    private static byte[] content(String base64) {
        try {
            byte[] content = Base64.getMimeDecoder().decode(base64);
            if (content.length > 0) {
                return content;
            }
        } catch (IllegalArgumentException invalid) {
            throw new RefusedException("Content is not base 64");
        }
        throw new RefusedException("Content is required");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

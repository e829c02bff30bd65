package com.nowinfinity.xpm.worker.documents;

import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A document's bytes on their way into a file, held to the size and the digest that were told. */
final class ReceivedDocument implements Download.Receiver, AutoCloseable {

    private final DocumentCreated told;
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private long size;

    ReceivedDocument(DocumentCreated told, Path file) throws IOException {
        this.told = told;
        this.out = Files.newOutputStream(file);
    }

    @Override
    public void status(int status) throws IOException {
        if (status == 404 || status == 410) {
            throw new UnusableDocumentException(
                    Outcomes.reason("document-gone", "The document is no longer where it was."));
        }
        if (status != 200) {
            throw new IOException("The document's host answered " + status);
        }
    }

    @Override
    public void piece(byte[] bytes) throws IOException {
        size += bytes.length;
        if (size > told.getSize()) {
            throw differs();
        }
        digest.update(bytes);
        out.write(bytes);
    }

    /** @throws UnusableDocumentException when what came is not what was told */
    void complete() throws IOException {
        out.close();
        boolean same = size == told.getSize()
                && HexFormat.of().formatHex(digest.digest()).equalsIgnoreCase(told.getSha256());
        if (!same) {
            throw differs();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static UnusableDocumentException differs() {
        return new UnusableDocumentException(Outcomes.reason(
                "document-differs", "The document's bytes are not those that were told: size or digest differ."));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}

package com.nowinfinity.xpm.connector.documents;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.secrets.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.unit.DataSize;

/** A file part on disk, measured. Closing it removes it. */
record Upload(Path path, String fileName, String contentType, long size, String sha256) implements AutoCloseable {

    private static final int LONGEST_NAME = 255;

    static Upload of(Part part, DataSize maxSize) {
        if (!(part instanceof FilePart file)) {
            throw ProblemException.invalidField("missing-field", "file", "is a file with a name");
        }
        String name = checkedName(file.filename());
        MediaType type = file.headers().getContentType();
        String contentType = type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type.toString();
        try {
            Path path = Files.createTempFile("document", ".upload");
            try {
                file.transferTo(path).block();
                return measured(path, name, contentType, maxSize);
            } catch (RuntimeException | IOException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be kept on disk", e);
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be removed", e);
        }
    }

    private static Upload measured(Path path, String name, String contentType, DataSize maxSize) throws IOException {
        long size = Files.size(path);
        if (size > maxSize.toBytes()) {
            throw tooLarge(maxSize);
        }
        if (size == 0) {
            throw ProblemException.invalidField("invalid-field", "file", "is empty");
        }
        MessageDigest digest = Digests.sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(path), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return new Upload(path, name, contentType, size, Digests.hex(digest.digest()));
    }

    static ProblemException tooLarge(DataSize maxSize) {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "Document too large",
                "file: at most " + maxSize.toBytes() + " bytes");
    }

    private static String checkedName(String name) {
        boolean plain = !Objects.requireNonNullElse(name, "").isBlank()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))
                && !name.equals(".")
                && !name.equals("..");
        if (!plain) {
            throw ProblemException.invalidField(
                    "invalid-field", "file", "has no plain name of at most " + LONGEST_NAME + " characters");
        }
        return name;
    }
}

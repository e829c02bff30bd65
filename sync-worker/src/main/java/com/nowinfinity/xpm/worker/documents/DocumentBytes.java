package com.nowinfinity.xpm.worker.documents;

import com.nowinfinity.xpm.events.DocumentCreated;
import java.io.IOException;
import java.nio.file.Path;

/** Where the bytes of documents come from. */
public interface DocumentBytes {

    /**
     * The bytes in a temporary file, which the caller deletes.
     *
     * @throws UnusableDocumentException when the document can never be sent as it was told
     * @throws IOException when it cannot be fetched now, or not in time
     */
    Path fetch(DocumentCreated told) throws IOException;
}

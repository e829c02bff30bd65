package com.nowinfinity.xpm.connector.documents;

/**
 * A file as it was handed in.
 *
 * @param content under which its bytes are kept; a newer file of the same document has another
 * @param sha256 lower-case hexadecimal
 */
record StoredFile(String content, String fileName, String contentType, long size, String sha256) {}

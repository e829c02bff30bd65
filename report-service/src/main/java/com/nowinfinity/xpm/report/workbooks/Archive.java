package com.nowinfinity.xpm.report.workbooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a file as the archive that a workbook is, before anything reads it as a workbook. What the archive says of
 * its parts' sizes is not believed: they are unpacked and counted.
 */
final class Archive {

    private static final int MOST_PARTS = 500;
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int BUFFER = 64 * 1024;

    private Archive() {}

    static void check(Path file, long greatestContent) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(CONTENT_TYPES) == null || zip.size() > MOST_PARTS) {
                throw WorkbookProblem.notAWorkbook();
            }
            Set<String> names = new HashSet<>();
            long left = greatestContent;
            for (ZipEntry part : Collections.list(zip.entries())) {
                if (!names.add(part.getName())) {
                    throw WorkbookProblem.notAWorkbook();
                }
                if (isProgram(part.getName())) {
                    throw WorkbookProblem.macros();
                }
                left -= size(zip, part, left);
            }
        } catch (ZipException e) {
            throw WorkbookProblem.notAWorkbook();
        }
    }

    private static long size(ZipFile zip, ZipEntry part, long greatest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream bytes = zip.getInputStream(part)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > greatest) {
                    throw WorkbookProblem.tooLarge("The workbook is far larger once it is unpacked than a report is.");
                }
            }
        }
        return size;
    }

    private static boolean isProgram(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        return name.contains("vbaproject")
                || name.contains("/macrosheets/")
                || name.contains("/embeddings/")
                || name.contains("/activex/");
    }
}

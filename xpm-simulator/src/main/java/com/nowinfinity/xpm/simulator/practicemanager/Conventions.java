package com.nowinfinity.xpm.simulator.practicemanager;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What public sources leave open about XPM, decided one way or the other. What is null takes its strict form.
 *
 * @param yes the questions whose answer is yes
 * @param errors how a business error looks
 * @param errorsOf operations whose errors look otherwise, as {@code client.api/add}
 * @param birthDates how a date of birth may be written
 * @param relationshipAnswer what writing a relationship is answered with
 * @param folders what becomes of the folder of a document
 * @param largestDocument in bytes
 * @param refusedFiles endings of file names that are refused, as {@code .exe}
 * @param openJobs clients with open jobs, which cannot be archived, by their ids
 * @param settling how long {@code list}, {@code paged-list} and {@code search} do not show a client that was just added
 * @param statusWithoutTenant of a call that names no organisation
 */
public record Conventions(
        Set<Reading> yes,
        ErrorForm errors,
        Map<String, ErrorForm> errorsOf,
        BirthDates birthDates,
        RelationshipAnswer relationshipAnswer,
        Folders folders,
        int largestDocument,
        Set<String> refusedFiles,
        Set<String> openJobs,
        Duration settling,
        int statusWithoutTenant) {

    private static final int LARGEST_DOCUMENT = 25 * 1024 * 1024;

    /** How a business error looks. */
    public enum ErrorForm {
        /** 200 with status ERROR. */
        ENVELOPE,
        /** 400, 404 or 409 with the same XML. */
        STATUS_AND_XML,
        /** 400, 404 or 409 with a JSON body. */
        STATUS_AND_JSON,
        /** 500 with a JSON body. */
        SERVER_ERROR
    }

    /** How a date of birth may be written. */
    public enum BirthDates {
        EITHER,
        BASIC_ONLY,
        ISO_ONLY
    }

    /** What writing a relationship is answered with. */
    public enum RelationshipAnswer {
        RELATIONSHIP,
        CLIENT_RELATIONSHIP,
        STATUS_ONLY
    }

    /** What becomes of the folder of a document. */
    public enum Folders {
        KEPT,
        IGNORED,
        REFUSED
    }

    public Conventions {
        yes = yes == null ? strictReadings() : Set.copyOf(yes);
        errors = Objects.requireNonNullElse(errors, ErrorForm.ENVELOPE);
        errorsOf = errorsOf == null ? Map.of() : Map.copyOf(errorsOf);
        birthDates = Objects.requireNonNullElse(birthDates, BirthDates.EITHER);
        relationshipAnswer = Objects.requireNonNullElse(relationshipAnswer, RelationshipAnswer.RELATIONSHIP);
        folders = Objects.requireNonNullElse(folders, Folders.KEPT);
        largestDocument = largestDocument == 0 ? LARGEST_DOCUMENT : largestDocument;
        refusedFiles = refusedFiles == null ? Set.of() : Set.copyOf(refusedFiles);
        openJobs = openJobs == null ? Set.of() : Set.copyOf(openJobs);
        settling = Objects.requireNonNullElse(settling, Duration.ZERO);
        statusWithoutTenant = statusWithoutTenant == 0 ? 403 : statusWithoutTenant;
    }

    /** The reading that asks most of a client. */
    public static Conventions strict() {
        return new Conventions(
                strictReadings(),
                ErrorForm.ENVELOPE,
                Map.of(),
                BirthDates.EITHER,
                RelationshipAnswer.RELATIONSHIP,
                Folders.KEPT,
                LARGEST_DOCUMENT,
                Set.of(),
                Set.of(),
                Duration.ZERO,
                403);
    }

    /** The same but for one question. */
    public Conventions with(Reading reading, boolean answer) {
        EnumSet<Reading> changed = yes.isEmpty() ? EnumSet.noneOf(Reading.class) : EnumSet.copyOf(yes);
        if (answer) {
            changed.add(reading);
        } else {
            changed.remove(reading);
        }
        return new Conventions(
                changed,
                errors,
                errorsOf,
                birthDates,
                relationshipAnswer,
                folders,
                largestDocument,
                refusedFiles,
                openJobs,
                settling,
                statusWithoutTenant);
    }

    /** @param operation as {@code client.api/add} */
    public ErrorForm errorsOf(String operation) {
        return errorsOf.getOrDefault(operation, errors);
    }

    boolean refuses(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return refusedFiles.stream().anyMatch(ending -> name.endsWith(ending.toLowerCase(Locale.ROOT)));
    }

    boolean is(Reading reading) {
        return yes.contains(reading);
    }

    private static Set<Reading> strictReadings() {
        return Arrays.stream(Reading.values()).filter(Reading::isStrict).collect(Collectors.toUnmodifiableSet());
    }
}

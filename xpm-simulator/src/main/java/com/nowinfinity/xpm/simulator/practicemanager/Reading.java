package com.nowinfinity.xpm.simulator.practicemanager;

/** Questions about XPM that public sources leave open, each put so that it is answered by yes or no. */
public enum Reading {
    /** An empty element in an update clears the value. */
    EMPTY_ELEMENT_CLEARS(true),
    /** An update clears what it does not mention. */
    UPDATE_REPLACES(false),
    /** ExportCode can be updated, not only set by an add. */
    EXPORT_CODE_UPDATABLE(true),
    /** The same running relationship a second time is an error, not a double. */
    RELATIONSHIP_TWICE_REFUSED(false),
    /** Both sides of a relationship show one id. */
    MIRROR_SHARES_ID(true),
    /** A relationship counts as a change of both clients for {@code modifiedsince}. */
    RELATIONSHIPS_MODIFY(false),
    /** Joining and leaving a group count as a change for {@code modifiedsince}. */
    GROUPS_MODIFY(false),
    /** The value of a custom field counts as a change for {@code modifiedsince}. */
    CUSTOM_FIELDS_MODIFY(false),
    /** A new document counts as a change for {@code modifiedsince}. */
    DOCUMENTS_MODIFY(false),
    /** Archiving counts as a change for {@code modifiedsince}. */
    ARCHIVING_MODIFIES(true),
    /** Deleting counts as a change for {@code modifiedsince}. */
    DELETING_MODIFIES(true),
    /** {@code modifiedsince} takes in the very second it names. */
    MODIFIED_SINCE_INCLUSIVE(true),
    /** {@code list} shows archived and deleted clients. */
    LIST_SHOWS_ARCHIVED(true),
    /** {@code search} finds archived clients. */
    SEARCH_FINDS_ARCHIVED(false),
    /** {@code search} finds deleted clients. */
    SEARCH_FINDS_DELETED(false),
    /** {@code search} looks at numbers, codes and e-mail addresses, not only at names. */
    SEARCH_READS_NUMBERS(false),
    /** A client that belongs to a group cannot be archived. */
    ARCHIVE_IN_GROUP_REFUSED(false),
    /** A second group of one name is an error. */
    GROUP_NAMES_UNIQUE(false),
    /** The scope for clients opens the definitions of custom fields as well. */
    CUSTOM_FIELDS_BY_CLIENT_SCOPE(false),
    /** The answer to a document names its id. */
    DOCUMENT_ANSWER_HAS_ID(true),
    /** That id stands within an element {@code Document}, as every other answer to a write has one. */
    DOCUMENT_ANSWER_HAS_ROOT(false);

    private final boolean strict;

    Reading(boolean strict) {
        this.strict = strict;
    }

    /** The answer that asks most of a client, or that sources make likely. */
    boolean isStrict() {
        return strict;
    }
}

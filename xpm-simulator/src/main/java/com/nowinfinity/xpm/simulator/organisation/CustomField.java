package com.nowinfinity.xpm.simulator.organisation;

import java.util.Arrays;
import java.util.Optional;

/** The custom fields of clients, one of each form that a value is read and written in; every practice has them. */
public enum CustomField {
    REFERENCE("7d0c4a52-1f5e-4a8b-9a63-0c6f2b1e5d01", "Reference", "Text", "Text"),
    REVIEW("7d0c4a52-1f5e-4a8b-9a63-0c6f2b1e5d02", "Next review", "Date", "Date"),
    FEE("7d0c4a52-1f5e-4a8b-9a63-0c6f2b1e5d03", "Fee", "Decimal", "Decimal"),
    NEWSLETTER("7d0c4a52-1f5e-4a8b-9a63-0c6f2b1e5d04", "Newsletter", "Checkbox", "Boolean");

    private final String id;
    private final String label;
    private final String type;
    private final String valueElement;

    CustomField(String id, String label, String type, String valueElement) {
        this.id = id;
        this.label = label;
        this.type = type;
        this.valueElement = valueElement;
    }

    public static Optional<CustomField> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public String type() {
        return type;
    }

    /** The element that carries its value. */
    public String valueElement() {
        return valueElement;
    }
}

package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.SeenValues;
import com.nowinfinity.xpm.worker.actions.Decision;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import java.util.List;

/** Whether a row says something else than what the person saw who decided. */
final class Moved {

    static final String CODE = "moved";
    static final String TEXT = "One of the two values is another by now; look at it again.";

    private Moved() {}

    /** A row that is gone has not moved: it says what the person wanted. */
    static boolean anyOf(Decision decision, List<FieldDifference> differences) {
        return decision.fields().stream().anyMatch(field -> {
            String expected = decision.expectedHash(field);
            List<FieldDifference> standing = differences.stream()
                    .filter(difference -> field.equals(difference.field()))
                    .toList();
            return expected != null
                    && !standing.isEmpty()
                    && standing.stream()
                            .noneMatch(difference -> SeenValues.hash(difference.ours(), difference.theirs())
                                    .equalsIgnoreCase(expected));
        });
    }
}

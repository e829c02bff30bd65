package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** An index that hands documents over in the order of its first field. */
interface Ranged {

    String firstField();

    /** Whether it would read a range, where another may know the very value. */
    default boolean isWide(Document filter) {
        return TextRange.of(firstField(), filter)
                .filter(range -> !range.isOne())
                .isPresent();
    }

    /** Whether that is the order somebody asks for, so that nothing need be sorted or read ahead. */
    default boolean isOrder(@Nullable Document order) {
        return order != null
                && order.size() == 1
                && order.get(firstField()) instanceof Number direction
                && direction.intValue() == 1;
    }
}

package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.wire.Answer;
import java.util.List;
import java.util.function.Supplier;

/**
 * What an operation came to.
 *
 * @param changes to be applied to the organisation, all or none
 * @param effect for the history: what happened, in a few words
 * @param answer made after the changes are applied, still alone on the organisation
 */
public record Outcome(List<Change> changes, String effect, Supplier<Answer> answer) {

    static Outcome read(String what, Supplier<Answer> answer) {
        return new Outcome(List.of(), what, answer);
    }

    static Outcome changed(String effect, Change change, Supplier<Answer> answer) {
        return new Outcome(List.of(change), effect, answer);
    }
}

package com.nowinfinity.xpm.worker.outcome;

import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.SyncStep;
import java.util.List;
import org.bson.Document;

/** The calls that were made for something, as they are stored in its document. */
public final class StoredCalls {

    private static final String CALLS = "calls";
    private static final String STEPS = "steps";

    private StoredCalls() {}

    public static Document write(CallsMade made) {
        return new Document(CALLS, made.count())
                .append(
                        STEPS,
                        made.steps().stream()
                                .map(step -> new Document(JsonForm.of(step)))
                                .toList());
    }

    /** None where nothing is noted. */
    public static CallsMade read(Document stored) {
        return new CallsMade(
                stored.getInteger(CALLS, 0),
                stored.getList(STEPS, Document.class, List.of()).stream()
                        .map(step -> JsonForm.readStored(step, SyncStep.class))
                        .toList());
    }
}

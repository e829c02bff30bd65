package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.Clients;
import com.nowinfinity.xpm.worker.planning.Permission;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TugTest {

    private static final String OURS = "ours@example.com";
    private static final String THEIRS = "theirs@example.com";

    @Test
    void leavesAFieldAloneThatWasWrittenAndChangedBackTwice() {
        Base once = shows(THEIRS, writing(Base.NONE));
        assertThat(Rows.of(smith(), showing(THEIRS), once)).containsExactly("field-differs email by XPM");

        Base twice = shows(THEIRS, writing(once));
        assertThat(Rows.of(smith(), showing(THEIRS), twice)).containsExactly("another-app-changes email by XPM");
        assertThat(new Permission(twice, Set.of(), true)
                        .allows(Rows.compare(smith(), showing(THEIRS), twice)
                                .differences()
                                .getFirst()))
                .isFalse();
    }

    @Test
    void countsOneReversionOnceHoweverOftenItIsSeen() {
        Base base = writing(Base.NONE);
        for (int look = 0; look < 5; look++) {
            base = shows(THEIRS, base);
        }

        assertThat(Rows.of(smith(), showing(THEIRS), base)).containsExactly("field-differs email by XPM");
    }

    @Test
    void takesAThirdValueForAnEditAsAnyOther() {
        Base base = shows("new@example.com", writing(shows("new@example.com", writing(Base.NONE))));

        assertThat(Rows.of(smith(), showing("new@example.com"), base)).containsExactly("field-differs email by XPM");
    }

    @Test
    void saysNothingOnceBothSidesAgreeAgain() {
        Base lost = shows(THEIRS, writing(shows(THEIRS, writing(Base.NONE))));

        assertThat(Rows.of(smith(), showing(OURS), lost)).isEmpty();
    }

    /** Our value goes out over theirs, and XPM shows it. */
    private static Base writing(Base base) {
        return shows(OURS, base.writing("email", THEIRS));
    }

    private static Base shows(String email, Base base) {
        return Rows.compare(smith(), showing(email), base).rebase(base, Rows.THEN);
    }

    private static Entity.Builder smith() {
        return company("c-1", "Smith").setEmail(OURS);
    }

    private static Clients showing(String email) {
        return client("x-1", "Smith").contact(email, null, null);
    }
}

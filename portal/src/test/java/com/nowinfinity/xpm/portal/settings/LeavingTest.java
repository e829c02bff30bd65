package com.nowinfinity.xpm.portal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.portal.frame.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

class LeavingTest {

    @Test
    void keepsEverythingUnlessToldOtherwise() {
        assertThat(Leaving.of(new Form(new LinkedMultiValueMap<>()))).isEqualTo(new Leaving(true, true));
    }

    @ParameterizedTest(name = "choices {0}, links {1}")
    @CsvSource(delimiter = '|', textBlock = """
            true  | true  | Labels, settings and following are kept, and so are the links.
            true  | false | Labels, settings and following are kept, links are forgotten.
            false | true  | Labels, settings and following are forgotten, links are kept.
            false | false | Labels, settings and following are forgotten, and so are the links.
            """)
    void asksAndTellsWhatStays(String choices, String links, String told) {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("keepChoices", choices);
        fields.add("keepLinks", links);

        Leaving leaving = Leaving.of(new Form(fields));

        assertThat(leaving.query()).isEqualTo("keepChoices=" + choices + "&keepLinks=" + links);
        assertThat(leaving.told()).endsWith(told);
    }
}

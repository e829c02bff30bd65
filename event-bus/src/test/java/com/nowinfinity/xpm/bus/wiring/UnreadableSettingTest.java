package com.nowinfinity.xpm.bus.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Started as a service is: a setting of the wrong type stops the start in one sentence that names it. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableSettingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inner.calls | canary | a number",
                "kept        | canary | a length of time, as 30s or 2h",
                "most        | canary | a size, as 10MB",
                "on          | canary | true or false",
                "at          | a canary:// | an address, as https://host/path",
                "day         | canary | one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY",
            })
    void isNamedInOneSentence(String setting, String value, String form, CapturedOutput output) {
        SpringApplication application = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .build();

        assertThatThrownBy(() ->
                        application.run("--settings." + setting + "=" + value).close())
                .isNotNull();

        assertThat(output.getAll().lines())
                .contains("The configuration is wrong: settings." + setting + " must be " + form + ".")
                .noneMatch(line -> line.contains("canary") || line.contains("\tat ") || line.contains("Action:"));
    }

    @ConfigurationProperties("settings")
    record Settings(
            @Nullable Duration kept,
            @Nullable DataSize most,
            @Nullable Boolean on,
            @Nullable URI at,
            @Nullable DayOfWeek day,
            @Nullable Inner inner) {

        record Inner(int calls) {}
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class Service {}
}

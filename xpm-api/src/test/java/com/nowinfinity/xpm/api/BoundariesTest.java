package com.nowinfinity.xpm.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BoundariesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.nowinfinity.xpm.api");

    @Test
    void thePortKnowsNothingOfItsWire() {
        noClasses()
                .that()
                .resideInAnyPackage("com.nowinfinity.xpm.api", "..api.practice")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..api.http..", "..api.xml..", "..api.verdict..", "java.net.http..", "javax.xml..")
                .check(CLASSES);
    }

    @Test
    void nothingIsBuiltOnAFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "reactor..", "org.apache.kafka..", "com.mongodb..")
                .check(CLASSES);
    }

    @Test
    void packagesDependOneWay() {
        SlicesRuleDefinition.slices()
                .matching("com.nowinfinity.xpm.api.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void timeComesFromOutside() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
        noClasses().should().callMethod(Clock.class, "systemUTC").check(CLASSES);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
    }
}

package com.nowinfinity.xpm.connector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BoundariesTest {

    private static final String ROOT = "com.nowinfinity.xpm.connector";

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void stepsDoNotGoInCircles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void rulesKnowNoFramework() {
        noClasses()
                .that()
                .haveNameMatching(".*(Labels|Structure|Rules|\\.Run|\\.Push|\\.Business|Choices|Leases|EventDigest)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.context..", "org.springframework.web..", "com.mongodb..", "reactor..")
                .check(SERVICE);
    }

    @Test
    void timeComesFromAClock() {
        noClasses().should().callMethod(Instant.class, "now").check(SERVICE);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(SERVICE);
    }

    @Test
    void onlyTheTellersKnowTheBus() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".business", ROOT + ".intake", ROOT + ".runs")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.nowinfinity.xpm.bus.EventPublisher")
                .check(SERVICE);
    }
}

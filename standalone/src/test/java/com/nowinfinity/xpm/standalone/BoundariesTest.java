package com.nowinfinity.xpm.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BoundariesTest {

    private static final String ROOT = "com.nowinfinity.xpm.standalone";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void knowsTheServicesOnlyByTheirJars() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "com.nowinfinity.xpm.connector..",
                        "com.nowinfinity.xpm.worker..",
                        "com.nowinfinity.xpm.report..",
                        "com.nowinfinity.xpm.notification..",
                        "com.nowinfinity.xpm.portal..")
                .check(MAIN);
    }

    @Test
    void drivesTheMainJobFromOutside() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".mainjob..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".stack..", ROOT + ".platform..", ROOT + ".process..", ROOT + ".helper..")
                .check(MAIN);
    }

    @Test
    void startsProcessesWithoutKnowingWhatTheyAre() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".process..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".stack..",
                        ROOT + ".platform..",
                        ROOT + ".helper..",
                        ROOT + ".options..",
                        ROOT + ".access..")
                .check(MAIN);
    }

    @Test
    void neverSleepsAndReadsNoWallClock() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .check(MAIN);
    }
}

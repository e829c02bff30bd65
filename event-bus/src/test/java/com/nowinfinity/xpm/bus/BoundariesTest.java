package com.nowinfinity.xpm.bus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BoundariesTest {

    private static final String ROOT = "com.nowinfinity.xpm.bus";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void whatServicesSeeDoesNotLeadIntoTheMachinery() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("seen")
                .definedBy(ROOT)
                .layer("registry")
                .definedBy(ROOT + ".registry")
                .layer("publishing")
                .definedBy(ROOT + ".publishing")
                .layer("ownership")
                .definedBy(ROOT + ".ownership")
                .layer("consuming")
                .definedBy(ROOT + ".consuming")
                .layer("wiring")
                .definedBy(ROOT + ".wiring")
                .whereLayer("wiring")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("consuming")
                .mayOnlyBeAccessedByLayers("wiring")
                .whereLayer("ownership")
                .mayOnlyBeAccessedByLayers("consuming", "wiring")
                .whereLayer("publishing")
                .mayOnlyBeAccessedByLayers("consuming", "wiring")
                .whereLayer("registry")
                .mayOnlyBeAccessedByLayers("publishing", "ownership", "consuming", "wiring")
                .check(classes);
    }

    @Test
    void onlyTheRegistryPackageKnowsTheSerde() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".registry")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.apicurio..")
                .check(classes);
    }

    @Test
    void timeIsAParameter() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(classes);
    }
}

package io.waymark.refusals;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Domains state these reasons, so their own package knows nothing but Java. */
class ArchitectureTest {
  @Test
  void reasonsAndWordsArePureJava() {
    classes()
        .that()
        .resideInAPackage("io.waymark.refusals")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "com.google.errorprone.annotations..",
            "io.waymark.refusals")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.waymark.refusals"));
  }
}

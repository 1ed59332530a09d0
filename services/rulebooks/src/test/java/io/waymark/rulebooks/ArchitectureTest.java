package io.waymark.rulebooks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The reader knows the mathematics, files and YAML, and nothing else. */
class ArchitectureTest {
  @Test
  void dependsOnTheMathematicsAndYamlOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.snakeyaml..",
            "io.waymark.judging..",
            "io.waymark.rulebooks..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.waymark.rulebooks"));
  }
}

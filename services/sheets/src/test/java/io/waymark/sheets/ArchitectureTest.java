package io.waymark.sheets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Think hard before changing this file: reading a table must not need to know who asks. */
@AnalyzeClasses(packages = "io.waymark.sheets", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule VALUES_ARE_PURE =
      classes()
          .that()
          .resideInAPackage("..sheets.value..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "..sheets.value..");

  @ArchTest
  static final ArchRule SHEETS_KNOW_NO_CONTRACT =
      noClasses()
          .that()
          .resideInAnyPackage("io.waymark.sheets", "..sheets.value..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.waymark.proto..", "io.grpc..", "..sheets.form..");
}

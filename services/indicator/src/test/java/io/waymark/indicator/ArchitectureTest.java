package io.waymark.indicator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.waymark.judging.EnglishUnit;

/** The layers of the service. Think hard before changing this file. */
@AnalyzeClasses(
    packages = "io.waymark.indicator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule CHECKS_ARE_PURE =
      classes()
          .that()
          .resideInAPackage("..indicator.domain..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "org.jspecify..",
                      "com.google.protobuf..",
                      "io.waymark.proto..",
                      "io.waymark.calendar..",
                      "io.waymark.chassis.failure..",
                      "io.waymark.refusals",
                      "io.waymark.chassis.identity..",
                      "io.waymark.indicator.domain..")
                  .or(type(EnglishUnit.class)));

  @ArchTest
  static final ArchRule JUDGING_HAS_NO_INPUT_OR_OUTPUT =
      classes()
          .that()
          .resideInAPackage("..indicator.judge..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "com.google.protobuf..",
              "io.waymark.proto..",
              "io.waymark.judging..",
              "io.waymark.indicator.judge..");

  @ArchTest
  static final ArchRule EVALUATING_HAS_NO_INPUT_OR_OUTPUT =
      classes()
          .that()
          .resideInAPackage("..indicator.evaluate..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "com.google.protobuf..",
              "io.waymark.proto..",
              "io.waymark.judging..",
              "io.waymark.rulebooks..",
              "io.waymark.indicator.judge..",
              "io.waymark.indicator.evaluate..");

  @ArchTest
  static final ArchRule EDGES_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("..indicator.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..indicator.grpc..");

  @ArchTest
  static final ArchRule THE_DATABASE_KNOWS_NO_EDGE =
      noClasses()
          .that()
          .resideInAPackage("..indicator.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..indicator.grpc..", "..indicator.kafka..", "..indicator.commands..");
}

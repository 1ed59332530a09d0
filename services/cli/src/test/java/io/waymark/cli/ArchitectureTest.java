package io.waymark.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Think hard before changing this file: it is what keeps the command quick to start and easy to
 * test.
 */
@AnalyzeClasses(packages = "io.waymark.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule TEXT_KNOWS_NO_TRANSPORT =
      noClasses()
          .that()
          .resideInAnyPackage("..cli.text..", "..cli.view..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.grpc..", "picocli..", "..cli.client..", "..cli.command..");

  @ArchTest
  static final ArchRule ONLY_COMMANDS_KNOW_THE_PARSER =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli.command..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..");

  @ArchTest
  static final ArchRule STATUS_ASKS_WITHOUT_GRPC =
      noClasses()
          .that()
          .resideInAPackage("..cli.status..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.grpc..", "com.google.protobuf..", "io.waymark.proto..");

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_COMMANDS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..cli.text..",
              "..cli.client..",
              "..cli.status..",
              "..cli.bulk..",
              "..cli.effect..",
              "..cli.pack..",
              "..cli.foresight..",
              "..cli.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..cli.command..", "..cli.view..");

  @ArchTest
  static final ArchRule NO_SERVICE_INSIDE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.waymark.registry..",
              "io.waymark.indicator..",
              "io.waymark.alerting..",
              "io.waymark.chassis..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.waymark.cli.(*)..").should().beFreeOfCycles();
}

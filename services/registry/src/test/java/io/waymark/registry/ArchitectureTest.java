package io.waymark.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which. Think hard before changing this file. */
@AnalyzeClasses(packages = "io.waymark.registry", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule THE_DOMAIN_IS_PURE =
      classes()
          .that()
          .resideInAPackage("..registry.domain")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations",
              "io.waymark.calendar..", // pure libraries, as the domain is
              "io.waymark.honesty",
              "io.waymark.chassis.failure",
              "io.waymark.refusals",
              "io.waymark.registry.domain");

  @ArchTest
  static final ArchRule COMMANDS_KNOW_NEITHER_TRANSPORT_NOR_DATABASE_NOR_PROTOBUF =
      noClasses()
          .that()
          .resideInAPackage("..registry.app")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..registry.grpc",
              "..registry.postgres",
              "..registry.wire",
              "..registry.wiring",
              "io.waymark.proto..",
              "io.grpc..",
              "org.jooq..");

  @ArchTest
  static final ArchRule TRANSPORT_DOES_NOT_KNOW_THE_DATABASE =
      noClasses()
          .that()
          .resideInAnyPackage("..registry.grpc", "..registry.wire")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..registry.postgres", "..registry.wiring", "org.jooq..");

  @ArchTest
  static final ArchRule THE_DATABASE_DOES_NOT_KNOW_THE_TRANSPORT =
      noClasses()
          .that()
          .resideInAPackage("..registry.postgres")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..registry.grpc", "..registry.wiring", "io.grpc..");
}

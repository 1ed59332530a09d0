package io.waymark.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which part may know which. Think hard before changing this file. */
@AnalyzeClasses(packages = "io.waymark.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule CONTRACTS_KNOW_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("..gateway.contract..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "jakarta..",
              "..gateway.rest..",
              "..gateway.grpc..",
              "..gateway.web..");

  @ArchTest
  static final ArchRule THE_PROXY_KNOWS_NO_HTTP =
      noClasses()
          .that()
          .resideInAPackage("..gateway.grpc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "jakarta..",
              "..gateway.rest..",
              "..gateway.web..",
              "io.waymark.proto..");

  @ArchTest
  static final ArchRule REST_IS_DRIVEN_BY_CONTRACTS_ALONE =
      noClasses()
          .that()
          .resideInAnyPackage("..gateway.rest..", "..gateway.openapi..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.waymark.proto..", "..gateway.web..");
}

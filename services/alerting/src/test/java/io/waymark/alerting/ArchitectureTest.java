package io.waymark.alerting;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.waymark.judging.EnglishUnit;

/** Think hard before changing this file. */
@AnalyzeClasses(
    packages = "io.waymark.alerting",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.waymark.alerting.";

  @ArchTest
  static final ArchRule theDomainKnowsOnlyJava =
      classes()
          .that()
          .resideInAPackage(ROOT + "domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "io.waymark.chassis.failure..",
              "io.waymark.refusals",
              "io.waymark.calendar..",
              ROOT + "domain..");

  @ArchTest
  static final ArchRule grpcStandsAlone =
      standsAlone("grpc", "kafka", "postgres", "mail", "metrics");

  @ArchTest
  static final ArchRule kafkaStandsAlone =
      standsAlone("kafka", "grpc", "postgres", "mail", "metrics");

  @ArchTest
  static final ArchRule postgresStandsAlone =
      standsAlone("postgres", "grpc", "kafka", "mail", "metrics");

  @ArchTest
  static final ArchRule mailStandsAlone =
      standsAlone("mail", "grpc", "kafka", "postgres", "metrics", "wire");

  @ArchTest
  static final ArchRule channelsStandAlone =
      standsAlone("channels", "grpc", "kafka", "postgres", "metrics", "wire");

  @ArchTest
  static final ArchRule metricsStandAlone =
      standsAlone("metrics", "grpc", "kafka", "postgres", "mail", "wire");

  @ArchTest
  static final ArchRule wireStandsAlone =
      standsAlone("wire", "grpc", "kafka", "postgres", "mail", "metrics");

  @ArchTest
  static final ArchRule annotationsOfTheFrameworkStayAtTheEdge =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "*..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "jakarta.inject..");

  /** It reads amounts as the board and the terminal do; it never judges. */
  @ArchTest
  static final ArchRule nothingButTheWordingOfAmountsComesFromJudging =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.waymark.judging..").and(not(type(EnglishUnit.class))));

  private static ArchRule standsAlone(String layer, String... others) {
    String[] packages = new String[others.length];
    for (int i = 0; i < others.length; i++) {
      packages[i] = ROOT + others[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(ROOT + layer + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }
}

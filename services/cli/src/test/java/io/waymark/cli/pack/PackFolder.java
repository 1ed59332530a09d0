package io.waymark.cli.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small sound pack on disk, to be spoilt by a test. */
public final class PackFolder {
  private final Path folder;

  private PackFolder(Path folder) {
    this.folder = folder;
  }

  /** The pack that the product ships. */
  public static Path wuhan() {
    return shipped("wuhan-15");
  }

  /** The annual plan's pack that the product ships. */
  public static Path annual() {
    return shipped("wuhan-annual-2025");
  }

  private static Path shipped(String name) {
    Path root = Path.of(System.getProperty("waymark.root", "../.."));
    return root.resolve("deploy/sample").resolve(name);
  }

  /** Writes a sound pack with two bureaus, two indicators and one project. */
  public static PackFolder sound(Path folder) {
    PackFolder pack = new PackFolder(folder);
    pack.write("plan.csv", "plan_id,name_zh,name_en,start,end", "p1,规划,Plan,2026-01-01,2030-12-31");
    pack.write(
        "bureaus.csv",
        "bureau_id,name_zh,name_en,parent_bureau_id,emails",
        "plan-office,发改委,Plan Office,,plan@city.example",
        "water,水务局,Water Bureau,plan-office,water@city.example;duty@city.example");
    pack.write(
        "indicators.csv",
        "indicator_id,name_zh,name_en,category,unit_zh,unit_en,measure,direction,lead_bureau_id,assumed",
        "drainage,排涝,Drainage,water,年一遇,years,level,up,water,lead_bureau_id",
        "leakage,漏损率,Leakage,water,%,%,rate,down,water,");
    pack.write(
        "targets.csv",
        "target_id,indicator_id,value,value_max,comparator,due,base_value,base_date,assumed",
        "drainage-2030,drainage,20,30,ge,2030-12-31,10,2025-12-31,base_value",
        "leakage-2030,leakage,8,,le,2030-12-31,,,");
    pack.write(
        "projects.csv",
        "project_id,name_zh,name_en,category,phase,lead_bureau_id,planned_start,planned_finish,assumed",
        "pump,泵站,Pump,pumping-station,building,water,2026-01-01,2028-12-31,planned_start;planned_finish");
    pack.write(
        "contributions.csv",
        "indicator_id,project_id,amount,mode,assumed",
        "drainage,pump,10,in_proportion,amount",
        "leakage,pump,,,");
    pack.write(
        "schedules.csv",
        "project_id,date,percent,milestone_zh,milestone_en,assumed",
        "pump,2026-06-30,10,,,",
        "pump,2027-12-31,60,水泵就位,Pumps in place,date");
    pack.write(
        "observations.csv",
        "indicator_id,period_end,value,exactness,assumed",
        "leakage,2025-12-31,12.5,at_most,");
    return pack;
  }

  /** Replaces a file. */
  public PackFolder write(String file, String... lines) {
    return write(file, (String.join("\n", List.of(lines)) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces a file by these bytes. */
  public PackFolder write(String file, byte[] bytes) {
    try {
      Files.write(folder.resolve(file), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Replaces the first occurrence of a text in a file. */
  public PackFolder change(String file, String from, String to) {
    String text = text(file);
    int at = text.indexOf(from);
    if (at < 0) {
      throw new IllegalArgumentException(file + " does not hold " + from);
    }
    String changed = text.substring(0, at) + to + text.substring(at + from.length());
    return write(file, changed.getBytes(StandardCharsets.UTF_8));
  }

  /** A file's text. */
  public String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a file. */
  public PackFolder remove(String file) {
    try {
      Files.delete(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Reads it. */
  public PackReading read() {
    return PlanPack.read(folder);
  }
}

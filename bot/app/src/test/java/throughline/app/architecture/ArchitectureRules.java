package throughline.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What the product's classes promise each other. A new rule does not compile until {@link ArchitectureGuardsTest} has
 * an offender for it.
 */
@SuppressWarnings("ImmutableEnumChecker") // An ArchRule is immutable, but does not say so.
enum ArchitectureRules {
    CORE_STANDS_ALONE(classes()
            .that()
            .resideInAPackage("throughline.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("throughline.core..", "java..", "org.jspecify..")),

    FEATURES_ARE_FREE_OF_CYCLES(
            slices().matching("throughline.core.(*)..").should().beFreeOfCycles()),

    CORE_TAKES_TIME_AND_CHANCE_AS_ARGUMENTS(noClasses()
            .that()
            .resideInAPackage("throughline.core..")
            .should(accessTargetWhere(describe("the target is a clock or chance", ArchitectureRules::isClockOrChance))
                    .or(dependOnClassesThat(assignableTo(RandomGenerator.class))))),

    FACTS_ARE_RECORDS(classes()
            .that()
            .areAssignableTo("throughline.core.roadmap.Change")
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()),

    DIALOGUE_STATES_ARE_RECORDS(classes()
            .that()
            .areAssignableTo("throughline.core.conversation.Dialogue")
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()),

    ADAPTERS_DO_NOT_KNOW_EACH_OTHER(
            slices().matching("throughline.adapter.(*)..").should().notDependOnEachOther()),

    // Nested classes of a hidden class are hidden too; Micronaut's generated ones have to be public.
    ADAPTERS_SHOW_NOTHING(noClasses()
            .that()
            .resideInAPackage("throughline.adapter..")
            .and()
            .areTopLevelClasses()
            .and()
            .areNotAnnotatedWith("io.micronaut.core.annotation.Generated")
            .should()
            .bePublic()),

    NOTHING_KNOWS_THE_APP(noClasses()
            .that()
            .resideOutsideOfPackage("throughline.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("throughline.app..")),

    MICRONAUT_STAYS_OUTSIDE(noClasses()
            .that()
            .resideOutsideOfPackages("throughline.app..", "throughline.adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micronaut..")),

    ONLY_REDIS_TOUCHES_JEDIS(onlyIn("throughline.adapter.redis..", "redis.clients..", "redis.embedded..")),

    ONLY_SLACK_TOUCHES_ITS_SDK(onlyIn("throughline.adapter.slack..", "com.slack..")),

    ONLY_TEAMS_TOUCHES_THE_BOT_FRAMEWORK(onlyIn("throughline.adapter.teams..", "com.microsoft.bot..")),

    ONLY_LANGUAGE_TOUCHES_LUCENE(onlyIn("throughline.adapter.language..", "org.apache.lucene..")),

    ONLY_LANGUAGE_TOUCHES_ONNX(onlyIn("throughline.adapter.language..", "ai.onnxruntime..")),

    NAMES_COME_FROM_THE_PRODUCT(noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Service|Processor)")
            .because("such a name says that the author had none"));

    private static final Map<String, Set<String>> CLOCKS_AND_CHANCE = Map.of(
            "java.lang.Math", Set.of("random"),
            "java.lang.StrictMath", Set.of("random"),
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.time.ZoneId", Set.of("systemDefault"),
            "java.util.Calendar", Set.of("getInstance"),
            "java.util.Collections", Set.of("shuffle"),
            "java.util.Date", Set.of("<init>"),
            "java.util.TimeZone", Set.of("getDefault"),
            "java.util.UUID", Set.of("randomUUID"));

    private final ArchRule rule;

    ArchitectureRules(ArchRule rule) {
        this.rule = rule;
    }

    void check(JavaClasses classes) {
        rule.check(classes);
    }

    /** Fails, rather than finds nothing, where there is no class the rule speaks of. */
    EvaluationResult evaluate(JavaClasses classes) {
        return rule.evaluate(classes);
    }

    // Written as a ban outside, not as a permission inside: such a rule has subjects before the adapter exists.
    private static ArchRule onlyIn(String home, String... vendor) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(vendor);
    }

    private static boolean isClockOrChance(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return CLOCKS_AND_CHANCE.getOrDefault(owner, Set.of()).contains(target.getName())
                || (owner.startsWith("java.time.") && asksTheSystemClock(target));
    }

    private static boolean asksTheSystemClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget called
                && (called.getName().equals("now") || called.getName().matches("(system|tick).*"))
                && !takesAClock(called.getRawParameterTypes());
    }

    private static boolean takesAClock(List<JavaClass> parameters) {
        return parameters.stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}

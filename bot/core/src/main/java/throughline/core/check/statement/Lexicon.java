package throughline.core.check.statement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words by which statements are read. */
final class Lexicon {
    /** What teams make: a verb of making makes one of these, where it makes an output. */
    static final Set<String> ARTIFACTS = words("""
            api apis app apps application applications architecture assistant automation backend backlog bot bots calculator
            catalog center chat chatbot chatbots checkout checklist client cms component components connector connectors
            console crm dashboard dashboards database design docs documentation editor engine erp export exports extension
            feature features flow flows form forms framework frontend gateway generator guidelines homepage hub
            infrastructure integration integrations interface interfaces items kit lake layer library marketplace
            menu microservices migration mode model module modules notifications onboarding overhaul page pages
            permissions pilot pipeline planner platform player plugin plugins portal portals process product
            program project prototype rebranding redesign registry release report reports requirements rewrite scanner
            scheduler screen screens sdk service services site software solution spec specification subsystem suite summarizer
            summary system systems template templates terminal terminals tier tool toolbox tooling tools tracker trains ui
            update version view warehouse webhooks website widget widgets wizard workflow workflows board banner
            sandbox search settings simulator store subscription technology testbed vault viewer wallet
            add-on article articles autocomplete builder filters firmware frameworks handbook handbooks kiosk kiosks map maps
            method methods newsletter notification notifications playbook playbooks scheme schemes sdks survey surveys toolkit
            video videos voucher vouchers""");

    /** What is made of goods rather than of software: to ship or deliver these is what customers pay for. */
    static final Set<String> GOODS = words("""
            baskets deliveries food freight goods groceries luggage mail meals medication medicine medicines merchandise order
            orders package packages pallet pallets parcel parcels prescriptions produce shipments vaccines""");

    /** Names and manners of technology: nobody's market, and never "there already". */
    static final Set<String> NAMED_TECHNOLOGY = words("""
            ai-based ai-driven ai-powered algorithm algorithms angular autocomplete aws azure blockchain chatbot chatbots
            cloud-native copilot docker drag-and-drop elasticsearch gpt graphql iot java kafka kubernetes llm llms
            machine-learning machine-learning-based microservices mongodb mysql nfc ocr one-click in-app oracle postgres
            postgresql python qr react redis rfid rust salesforce sap scim serverless snowflake sso terraform typescript
            webhooks""");

    /** What a product shows or does; whoever names it as the means has chosen the solution. */
    static final Set<String> PARTS = words("""
            add-on alerts algorithm assistant autocomplete badges banner banners bot bots builder button campaign chat
            chatbot chatbots classifier connector connectors dashboard dashboards editor emails engine export feature features
            feed filters form forms forecasting neural generator import inbox integration integrations kiosk kiosks library mode module
            notification notifications plugin plugins popups portal portals push scanner sdk sdks sidebar streaks survey surveys
            tool tools tooltip wallet warehouse widget widgets wizard""");

    /** What only a machine or a screen has: where a strategy names it, it names a solution. */
    static final Set<String> TECHNOLOGY = words("""
            api apis app apps bot chatbot checkbox checkout classifier cms component dashboard database docker
            dropdown editor extension frontend gateway gpt gpt-4 graphql homepage html ios android java javascript kafka kanban
            kiosk kubernetes llm microservices module mongodb mysql ocr oracle page pages plugin plugins popup portal postgres
            postgresql python react redis rust scanner screen sdk sql sso ui ux webhook webhooks website widget
            widgets wizard blockchain blockchain-based sign-on screens dashboards button toolbar sidebar login-page
            serverless terraform typescript bluetooth nfc rfid iot""");

    /** Verbs that mean making something, whatever stands behind them. */
    static final Set<String> MAKING = words("""
            implement migrate refactor redesign deploy integrate rewrite rebuild prototype automate digitize modernize
            upgrade port rebrand revamp productize rearchitect consolidate install productionize replatform re-platform
            containerize localize overhaul deprecate decommission sunset introduce publish""");

    /** Verbs of making that are nouns or mean something else as often. */
    static final Set<String> SHIPPING = words("launch ship release deploy relaunch pilot");

    /** Verbs that make an output if what they are about is an artifact. */
    static final Set<String> WEAK_MAKING = words("""
            build deliver create develop add provide offer enable open publish introduce replace write complete
            finish finalize design produce construct establish extend expand bring put get make activate buy adopt code
            program craft roll set stand document define push retire refresh organize wire spin embed""");

    /** Work that is counted rather than judged by what comes of it. */
    static final Set<String> EVENTS = words("""
            workshops workshop sprints sprint trainings training sessions session interviews interview meetings meeting
            webinars webinar demos demo hackathons hackathon audits reviews campaigns""");

    /** Verbs by which something changes or holds, as a title says it of its subject. */
    static final Set<String> HAPPENING = words("""
            rise rises fall falls grow grows drop drops double doubles triple triples halve halves reach reaches become
            becomes shrink shrinks stop stops need needs take takes stay stays spend spends find finds trust trusts renew
            renews know knows wait waits pay pays come comes turn turns lose loses feel feels save saves finish finishes
            arrive arrives explain explains rest rests outgrow outgrows increase increases decrease decreases
            improve improves cost costs go goes work works exceed exceeds beat beats stands want wants recommend
            recommends earn earns keep keeps break breaks accept accepts convert converts succeed succeeds
            fail fails happen happens cause causes return returns hold holds remain remains love loves like likes are is
            was were has have can understand understands learn learns use uses choose chooses""");

    /** Verbs of change that name no way to get there. */
    static final Set<String> CHANGING = words("""
            improve increase reduce grow raise lower cut boost optimize optimise strengthen enhance drive decrease shorten
            maximize minimize minimise accelerate speed delight win lift deepen expand streamline simplify retain attract
            double halve make eliminate prevent stabilize stabilise unlock""");

    /** Comparatives that say the same without a verb. */
    static final Set<String> COMPARATIVES =
            words("better higher faster fewer more lower less happier shorter cheaper stronger greater quicker larger");

    /** What is measured rather than built. */
    static final Set<String> MEASURES = words("""
            performance satisfaction retention churn revenue growth engagement conversion activation adoption tickets times time
            rate rates costs cost quality purchases experience nps usage productivity efficiency customers users errors
            margin margins sales visits bookings complaints latency uptime reliability loyalty security
            calls downtime renewals referrals signups orders""");

    /** Pieces of code and screens that no stakeholder would ask about. */
    static final Set<String> PIECES = words("""
            bug bugs button checkbox column controller field fields flag flags footer header icon index link links parameter
            query script scripts step table tables test tests timeout tooltip cache endpoint endpoints dependency
            validation parser client messages message toolbar label labels dropdown modal log logs class method function
            schema unit component config configuration copy text variable cron job webhook color colour placeholder banner
            library package spacing padding page-title screen form""");

    static final Set<String> WORKING = words("""
            add rename write update move change create upgrade remove extend implement set configure delete replace translate
            adjust align clean connect convert correct document drop enable handle hide increase insert install log make merge
            migrate parse patch store support swap switch tweak use validate wire""");

    static final Set<String> REPAIRING = words("fix rename refactor bump hotfix bugfix debug patch");

    /** What only teams do or count of themselves. */
    static final Set<String> TEAM_WORK = words("""
            features feature interviews experiments points bugs tickets posts emails e-mails demos calls workshops requests
            releases deployments articles stories integrations tests screens meetings roadmap project projects milestones
            sessions documents tasks pages people campaigns webinars hours prototypes commits sprints epics items newsletters
            designs surveys specs reports audits builds engineers developers candidates initiatives deliverables backlog videos
            mockups wireframes trainings ads events visits dashboards endpoints playbooks workflows services tables pipelines
            components microservices scripts specifications epics spikes""");

    static final Set<String> DONE = words("""
            shipped released conducted run completed complete fixed closed published sent given made held merged written
            delivered built launched designed reached migrated redesigned hired hosted logged tested created done deployed
            finished produced recorded executed resolved drawn drafted reviewed attended added automated deprecated groomed hit
            integrated met refactored refined retired specified spent""");

    /** Every form in which a verb of making begins a statement, British ones too, and the verb itself. */
    private static final Map<String, String> VERBS = Stream.of(MAKING, SHIPPING, WEAK_MAKING)
            .flatMap(Set::stream)
            .flatMap(verb -> forms(verb).flatMap(Lexicon::spellings).map(form -> Map.entry(form, verb)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

    private Lexicon() {}

    /** The verb of making whose form a word is, or the word itself. */
    static String verb(String word) {
        return VERBS.getOrDefault(word, word);
    }

    private static Stream<String> forms(String verb) {
        String stem = verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb;
        String doubled = stem + stem.charAt(stem.length() - 1);
        return Stream.of(verb, stem + "ing", doubled + "ing", stem + "ed", doubled + "ed");
    }

    private static Stream<String> spellings(String word) {
        return word.contains("iz") ? Stream.of(word, word.replace("iz", "is")) : Stream.of(word);
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }
}

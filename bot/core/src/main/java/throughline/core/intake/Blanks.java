package throughline.core.intake;

/** The ids of what is filled in. */
public final class Blanks {
    public static final String TITLE = "title";
    public static final String PROBLEM = "problem";
    public static final String CUSTOMERS = "customers";
    public static final String EVIDENCE = "evidence";
    public static final String SOURCE = "source";
    public static final String REVENUE = "revenue";
    public static final String WITH = "with";
    public static final String OKR = "okr";
    public static final String KEY_RESULT = "key_result";
    public static final String MOVEMENT = "movement";
    public static final String SURE_OF_PROBLEM = "sure_problem";
    public static final String SURE_OF_SOLUTION = "sure_solution";
    public static final String SURE_OF_OUTCOME = "sure_outcome";
    public static final String SIZE = "size";
    public static final String REACH = "reach";
    public static final String IMPACT = "impact";
    public static final String EFFORT = "effort";
    public static final String DELAY = "delay";
    public static final String OUT = "out";
    public static final String CHANGE = "change";

    /** Choices that are no item. */
    public static final String NONE = "none";

    public static final String CANT_CHOOSE = "cant";
    public static final String PARK = "park";
    public static final String NOT_NEEDED = "room";

    private Blanks() {}
}

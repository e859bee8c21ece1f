package throughline.core.view;

/** Parts of a whole in percent. */
final class Shares {
    private Shares() {}

    /** "67%", rounded; "" of nothing. What is not all, or not nothing, is not said to be. */
    static String of(int part, int whole) {
        if (whole == 0) {
            return "";
        }
        long percent = Math.round(100.0 * part / whole);
        boolean isPart = part > 0 && part < whole;
        return (isPart ? Math.min(99, Math.max(1, percent)) : percent) + "%";
    }

    /** "4 of 6 (67%)". */
    static String counted(int part, int whole) {
        return Phrases.digits(part) + " of " + Phrases.digits(whole) + (whole == 0 ? "" : " (" + of(part, whole) + ")");
    }
}

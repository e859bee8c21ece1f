package throughline.core.conversation;

class InMemoryTimeMarkTest extends TimeMarkContract {
    private final TimeMark mark = new InMemoryTimeMark();

    @Override
    protected TimeMark mark() {
        return mark;
    }
}

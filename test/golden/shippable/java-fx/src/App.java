package app;

import javafx.application.Application;

public abstract class App extends Application {}

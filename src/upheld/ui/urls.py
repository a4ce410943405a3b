"""Addresses of the room."""

from django.urls import path

from upheld.ui.views.gallery import gallery

urlpatterns = [path("-/components/", gallery, name="components")]
